/** One fetch of a query plan, compiled: what is asked of a subgraph and where its answer goes. */
import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { isResultObject, mergeInto, type ResultObject } from './merging.ts';
import { answerPathsAt, objectsAt, type PlanPath } from './places.ts';
import { representationWriter, type WriteRepresentation } from './representations.ts';
import { type ReadSubgraphError, type Run, type SendToSubgraph, type SubgraphText, Unsupported } from './run.ts';

export interface FetchOptions {
  schema: GraphQLSchema;
  send: SendToSubgraph;
  readError: ReadSubgraphError;
}

export type Step = (run: Run) => Promise<void> | void;

/** Which entity each representation stands for, by place. */
interface Asked {
  entities: ResultObject[];
  /** The place of an entity's representation; -1 for one that is not asked about. */
  places: number[];
  count: number;
  representations: string;
}

/** @throws Unsupported for a fetch that rewrites what goes in or comes out */
export function compileFetch(fetch: FetchNode, path: PlanPath, { schema, send, readError }: FetchOptions): Step {
  if (fetch.inputRewrites?.length || fetch.outputRewrites?.length || fetch.contextRewrites?.length) {
    throw new Unsupported('a fetch with rewrites');
  }
  const { serviceName: subgraph, requires } = fetch;
  const repeatable = fetch.operationKind === 'query';
  const head = bodyHead(fetch, repeatable);
  const usages = fetch.variableUsages ?? [];
  // The planner has a variable of that name itself.
  if (requires && usages.includes('representations')) throw new Unsupported('a variable named representations');
  const variablesOf = ({ given }: Run): string =>
    usages
      .filter((name) => Object.hasOwn(given, name) && given[name] !== undefined)
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(given[name])}`)
      .join(',');

  /** What is asked twice in one operation is sent once; each asker reads the text for itself, since answers are merged into. */
  function ask(run: Run, body: string): Promise<SubgraphText> {
    const request = { subgraph, body, repeatable, context: run.context };
    if (!repeatable) {
      // What was read before a mutation may be another after it.
      run.sent.clear();
      return send(request);
    }
    const key = `${subgraph} ${body}`;
    const sent = run.sent.get(key) ?? send(request);
    run.sent.set(key, sent);
    return sent;
  }

  async function answerTo(run: Run, body: string, pathsOf: ErrorPaths): Promise<ResultObject | null> {
    const { text, plain } = await ask(run, body);
    if (!plain) run.plain = false;
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
    if (Array.isArray(errors)) {
      for (const error of errors) {
        const { message, path: theirs, extensions } = readError(error, subgraph);
        for (const ours of pathsOf(theirs)) run.errors.push(new GraphQLError(message, { path: ours, extensions }));
      }
    }
    if (isResultObject(data)) return data;
    if (data === undefined && !Array.isArray(errors))
      throw new Error(`The subgraph ${subgraph} answered without data.`);
    return null;
  }

  if (!requires) {
    return step(async (run) => {
      const targets = objectsAt(run.data, path);
      if (targets.length === 0) return;
      const data = await answerTo(run, `${head}${variablesOf(run)}}}`, (theirs) => [theirs && stepsOf(path, theirs)]);
      if (data) for (const target of targets) mergeInto(target, data);
    });
  }
  const write = representationWriter(requires, schema);
  return step(async (run) => {
    const asked = represent(objectsAt(run.data, path), write);
    if (asked.count === 0) return;
    const variables = variablesOf(run);
    const body = `${head}${variables}${variables && ','}"representations":[${asked.representations}]}}`;
    const data = await answerTo(run, body, entityPaths(run, path, asked));
    if (data) mergeEntities(asked, data);
  });

  /** A fetch that fails costs its own part of the answer. */
  function step(work: (run: Run) => Promise<void>): Step {
    return (run) =>
      work(run).catch((fault: unknown) => {
        const { message, extensions } = readError(fault, subgraph);
        run.errors.push(new GraphQLError(message, { extensions }));
      });
  }
}

/** The body up to its variables. The planner numbers its operations; without the number those that ask the same are the same. */
function bodyHead({ operation, operationName }: FetchNode, repeatable: boolean): string {
  const name = repeatable ? operationName?.replace(/__\d+$/, '') : operationName;
  const text = name === operationName || !operationName ? operation : operation.replace(operationName, name!);
  const named = name ? `,"operationName":${JSON.stringify(name)}` : '';
  return `{"query":${JSON.stringify(text)}${named},"variables":{`;
}

/** Where in the answer an error of a subgraph belongs, by the subgraph's own path: a place for each entity it is about. */
type ErrorPaths = (theirs: readonly (string | number)[] | undefined) => (readonly (string | number)[] | undefined)[];

const stepsOf = (path: PlanPath, theirs: readonly (string | number)[]) => [...path, ...theirs];

function entityPaths(run: Run, path: PlanPath, { places, count }: Asked): ErrorPaths {
  /** Where the entities of each representation are; found when there is an error to place. */
  let found: (string | number)[][][] | undefined;
  return (theirs) => {
    const place = theirs?.[1];
    if (typeof place !== 'number') return [theirs && stepsOf(path, theirs)];
    if (!found) {
      found = Array.from({ length: count }, () => []);
      for (const [entity, at] of answerPathsAt(run.data, path).entries()) found[places[entity] ?? -1]?.push(at);
    }
    const below = theirs!.slice(2);
    const own = found[place] ?? [];
    return own.length > 0 ? own.map((at) => [...at, ...below]) : [below];
  };
}

/** Entities that are the same for the subgraph are asked about once. */
function represent(entities: ResultObject[], write: WriteRepresentation): Asked {
  const places: number[] = new Array(entities.length);
  const known = new Map<string, number>();
  let representations = '';
  for (let at = 0; at < entities.length; at += 1) {
    const text = write(entities[at]!);
    if (text === null) {
      places[at] = -1;
      continue;
    }
    let place = known.get(text);
    if (place === undefined) {
      place = known.size;
      known.set(text, place);
      representations += place === 0 ? text : `,${text}`;
    }
    places[at] = place;
  }
  return { entities, places, count: known.size, representations };
}

function mergeEntities({ entities, places, count }: Asked, { _entities: received }: ResultObject): void {
  if (!Array.isArray(received) || received.length !== count) {
    throw new Error(`A subgraph was to answer with ${count} entities.`);
  }
  for (let at = 0; at < entities.length; at += 1) {
    const place = places[at]!;
    if (place < 0) continue;
    const one: unknown = received[place];
    if (isResultObject(one)) mergeInto(entities[at]!, one);
  }
}
