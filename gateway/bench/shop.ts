/** A shop of the shape that public benchmarks of federation gateways have: four subgraphs and an operation that walks to and fro. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@shareable"])`;

export const SDL: Readonly<Record<string, string>> = {
  accounts: `${LINK}
    type Query { me: User users: [User!] user(id: ID!): User }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  inventory: `${LINK}
    type Product @key(fields: "upc") {
      upc: String! weight: Int @external price: Int @external inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `${LINK}
    type Query { topProducts(first: Int = 5): [Product] product(upc: String!): Product }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${LINK}
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User }
    type User @key(fields: "id") { id: ID! reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

const USERS = 6;
const PRODUCTS = 9;
/** Who has written about what: user and product by number. */
const REVIEWS = [
  ...[
    [1, 1],
    [1, 2],
    [1, 4],
    [2, 3],
    [2, 1],
    [3, 4],
    [3, 5],
    [4, 1],
    [4, 6],
    [5, 7],
    [6, 1],
    [6, 8],
    [2, 4],
    [5, 2],
    [3, 9],
  ],
  ...[
    [4, 3],
    [6, 6],
    [1, 3],
    [5, 4],
    [2, 6],
  ],
].map(([user, product], place) => ({ id: `r${place + 1}`, user: user!, product: product! }));

interface Entity {
  id?: string;
  upc?: string;
  price?: number;
  weight?: number;
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const user = (n: number) => ({
  ...{
    __typename: 'User',
    id: `u${n}`,
    name: `Customer number ${n}`,
    username: `customer${n}`,
    birthday: 19_800_000 + n,
  },
});
const product = (n: number) => ({
  ...{ __typename: 'Product', upc: `p${n}`, name: `Product number ${n} of the shop`, price: 100 * n, weight: 50 * n },
});
const numberOf = (key: string | undefined) => Number(key?.slice(1));
const review = ({ id, user: writer, product: about }: (typeof REVIEWS)[number]) => ({
  ...{ id, body: `What customer ${writer} thinks of product ${about}: it does what it should, ${id}.` },
  ...{ author: { __typename: 'User', id: `u${writer}` }, product: { __typename: 'Product', upc: `p${about}` } },
});

const RESOLVERS: Record<string, object> = {
  accounts: {
    Query: {
      me: () => user(1),
      users: () => numbered(USERS).map(user),
      user: (_: unknown, { id }: { id: string }) => user(numberOf(id)),
    },
    User: { __resolveReference: ({ id }: Entity) => user(numberOf(id)) },
  },
  inventory: {
    Product: {
      __resolveReference: (entity: Entity) => ({ ...entity, inStock: numberOf(entity.upc) % 2 === 0 }),
      shippingEstimate: ({ price = 0, weight = 0 }: Entity) => (price > 500 ? 0 : Math.round(weight / 2)),
    },
  },
  products: {
    Query: {
      topProducts: (_: unknown, { first }: { first: number }) => numbered(Math.min(first, PRODUCTS)).map(product),
      product: (_: unknown, { upc }: { upc: string }) => product(numberOf(upc)),
    },
    Product: { __resolveReference: ({ upc }: Entity) => product(numberOf(upc)) },
  },
  reviews: {
    Review: { __resolveReference: ({ id }: Entity) => review(REVIEWS.find((one) => one.id === id)!) },
    User: {
      __resolveReference: (entity: Entity) => entity,
      reviews: ({ id }: Entity) => REVIEWS.filter((one) => one.user === numberOf(id)).map(review),
    },
    Product: {
      __resolveReference: (entity: Entity) => entity,
      reviews: ({ upc }: Entity) => REVIEWS.filter((one) => one.product === numberOf(upc)).map(review),
    },
  },
};

export const schemaOf = (name: string): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(SDL[name]!), resolvers: RESOLVERS[name] as never });

const PRODUCT = 'upc name price weight inStock shippingEstimate';
const WRITER = `author { id username name reviews { id body product { ${PRODUCT} } } }`;

/** By size of the answer. */
export const OPERATIONS: Readonly<Record<string, string>> = {
  'small (0.9 kB)': 'query Small { topProducts(first: 9) { upc name inStock reviews { id } } me { id name } }',
  'medium (5.7 kB)': `query Medium {
    topProducts(first: 9) { ${PRODUCT} reviews { id body author { id name } } } users { id name username reviews { id body } }
  }`,
  'walk (88 kB)': `query Walk {
    users { id username name reviews { id body product { ${PRODUCT} reviews { id body ${WRITER} } } } }
    topProducts(first: 9) { ${PRODUCT} reviews { id body ${WRITER} } }
  }`,
};
