/**
 * The database of a service: the one that its connection string names, when the string is the service's own; on a server
 * that is shared, `salesgraph-<service>`, or `<named>-<service>` when the string names one.
 * @param isOwn whether the string was given for this service alone
 */
export function databaseName(service: string, uri: string, isOwn: boolean): string {
  const named = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
  if (isOwn) return named ? decodeURIComponent(named) : `salesgraph-${service}`;
  return `${named ? decodeURIComponent(named) : 'salesgraph'}-${service}`;
}
