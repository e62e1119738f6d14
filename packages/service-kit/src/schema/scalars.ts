import { isDay, isMonth } from '@salesgraph/calendar';
import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';

/** Marks an error as one about a value, so that a refused literal is answered like a refused variable. */
const refused = (message: string, node?: ValueNode) =>
  new GraphQLError(message, {
    ...(node && { nodes: node }),
    extensions: { code: 'BAD_USER_INPUT', refusedValue: true },
  });

/** A scalar that is a text of a certain form on both sides. */
function textScalar(name: string, form: string, accepts: (text: string) => boolean): GraphQLScalarType<string, string> {
  const read = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw refused(`${name} cannot represent ${node ? print(node) : JSON.stringify(value)}: ${form}`, node);
  };
  return new GraphQLScalarType({
    name,
    serialize(value) {
      if (typeof value === 'string' && accepts(value)) return value;
      throw new TypeError(`A resolver gave ${JSON.stringify(value)} for a ${name}`);
    },
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null, node),
  });
}

const isInstant = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  isDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

const INSTANT_FORM = 'an instant with its offset is expected, such as "2017-03-31T08:00:00Z"';

/** Instants are `Date` objects in the code. */
const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize(value) {
    const instant = value instanceof Date ? value : new Date(value as string | number);
    if (Number.isNaN(instant.getTime())) throw new TypeError('A resolver gave no instant for a DateTime');
    return instant.toISOString();
  },
  parseValue(value) {
    if (typeof value === 'string' && isInstant(value)) return new Date(value);
    throw refused(`DateTime cannot represent ${JSON.stringify(value)}: ${INSTANT_FORM}`);
  },
  parseLiteral(node) {
    if (node.kind === Kind.STRING && isInstant(node.value)) return new Date(node.value);
    throw refused(`DateTime cannot represent ${print(node)}: ${INSTANT_FORM}`, node);
  },
});

/** The longest number that is taken: far beyond any amount, short enough to be read at once. */
const LONGEST_DECIMAL = 40;
const isDecimal = (text: string) => text.length <= LONGEST_DECIMAL && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text);
const isMetric = (text: string) => /^[A-Z][A-Z0-9_]{0,63}$/.test(text);

/** The resolvers of what `shared.graphql` declares. */
export const sharedResolvers = {
  Decimal: textScalar('Decimal', 'a decimal number in a string is expected, such as "12.50"', isDecimal),
  Date: textScalar('Date', 'a day that exists is expected, such as "2017-03-31"', isDay),
  Month: textScalar('Month', 'a month is expected, such as "2017-03"', isMonth),
  DateTime: dateTime,
  Metric: textScalar('Metric', 'the code of a metric is expected, such as "SALES_AMOUNT"', isMetric),
};
