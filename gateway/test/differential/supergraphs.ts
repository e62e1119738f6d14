/** Small supergraphs, each with what makes federation tricky, and the one of the house. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@requires", "@external", "@provides", "@inaccessible", "@override", "@interfaceObject"])`;

/** Subgraphs by name. */
type Subgraphs = Record<string, string>;

const ENTITIES: Subgraphs = {
  accounts: `
    enum Level { LOW HIGH TOP }
    scalar Any
    type Query { me: User users(first: Int = 3): [User!]! user(id: ID!): User level(at: Level = HIGH): Level }
    type Mutation { rename(id: ID!, name: String): User touch: Int! }
    type User @key(fields: "id") @key(fields: "code") {
      id: ID! code: String! name: String age: Int! level: Level any: Any score: Float active: Boolean friends: [User!]! boss: User matrix: [[Int]]
    }`,
  reviews: `
    type Query { reviews: [Review!]! latest(limit: Int): Review }
    type Mutation { review(text: String!): Review! }
    type User @key(fields: "code") { code: String! reviews(limit: Int): [Review!] karma: Int! }
    type Review @key(fields: "id") { id: ID! text: String! author: User! product: Product stars: Int }
    type Product @key(fields: "id") { id: ID! reviews: [Review!]! rating: Float! }`,
  products: `
    type Query { products: [Product!]! product(id: ID!): Product search(text: String): [Hit!]! }
    type Mutation { stock(id: ID!, by: Int! = 1): Product }
    type Product @key(fields: "id") { id: ID! name: String! maker: Maker weight: Int size: Size! related: [Product] }
    type Size @shareable { width: Int! height: Int unit: String! }
    type Maker @key(fields: "id") { id: ID! name: String products: [Product!]! }
    type Shop { title: String! owner: User }
    type User @key(fields: "id", resolvable: false) { id: ID! }
    union Hit = Product | Maker | Shop`,
};

const REQUIRES: Subgraphs = {
  goods: `
    type Query { goods: [Good!]! good(id: ID!): Good }
    type Good @key(fields: "id") { id: ID! price: Int! @shareable weight: Int dimensions: Dimensions tags: [String!]! parent: Good }
    type Dimensions @shareable { width: Int! depth: Int }`,
  shipping: `
    type Query { cheapest: Good }
    type Good @key(fields: "id") {
      id: ID! price: Int! @external weight: Int @external dimensions: Dimensions @external tags: [String!]! @external
      shipping: Int @requires(fields: "price weight")
      box: String! @requires(fields: "dimensions { width depth }")
      label: String @requires(fields: "tags")
      route: [Stop!]!
    }
    type Dimensions @shareable { width: Int! depth: Int }
    type Stop { city: String! at: Good }`,
  offers: `
    type Query { offers: [Offer!]! best: Offer @provides(fields: "good { price }") }
    type Offer @key(fields: "id") { id: ID! good: Good @provides(fields: "price") percent: Float }
    type Good @key(fields: "id") { id: ID! price: Int! @external offers: [Offer!] }`,
};

const INTERFACES: Subgraphs = {
  library: `
    type Query { media: [Media!]! one(id: ID!): Media pick: Thing things: [Thing] }
    interface Media @key(fields: "id") { id: ID! title: String! creator: Person }
    type Book implements Media @key(fields: "id") { id: ID! title: String! creator: Person pages: Int! sequel: Book }
    type Film implements Media @key(fields: "id") { id: ID! title: String! creator: Person minutes: Int cast: [Person!]! }
    interface Named { name: String! }
    type Person implements Named @key(fields: "id") { id: ID! name: String! born: Int favourite: Media works: [Media] }
    type Place implements Named { name: String! near: Place people: [Person!]! }
    union Thing = Book | Film | Person | Place`,
  ratings: `
    type Query { top: [Media!]! }
    type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int! comments: [Comment!]! }
    type Comment { text: String! by: Person about: Media }
    type Person @key(fields: "id") { id: ID! comments: [Comment!] trust: Float! }`,
  lending: `
    type Query { lent: [Loan!]! }
    type Loan { day: String! book: Book! to: Person }
    type Book @key(fields: "id") { id: ID! available: Boolean! loans: [Loan!]! }
    type Film @key(fields: "id") { id: ID! screenings(first: Int = 2): [String!] }
    type Person @key(fields: "id") { id: ID! loans: [Loan!]! }`,
};

const HIDDEN: Subgraphs = {
  inner: `
    type Query { parts: [Part!]! secret: Vault @inaccessible choice: Choice }
    type Part @key(fields: "id region { code }") { id: ID! region: Region! name: String secret: String @inaccessible kind: Kind }
    type Region @shareable { code: String! name: String! }
    type Vault { content: String @shareable }
    enum Kind { SMALL LARGE HUGE @inaccessible }
    union Choice = Part | Vault | Open
    type Open { at: String! }`,
  outer: `
    type Query { orders: [Order!]! @shareable }
    type Order @key(fields: "id") { id: ID! parts: [Part!]! total: Int! note: String }
    type Part @key(fields: "id region { code }") { id: ID! region: Region! orders: [Order!]! }
    type Region @shareable { code: String! name: String! }`,
  billing: `
    type Query { bills: [Bill] orders: [Order!]! @shareable }
    type Bill { order: Order amount: Int! }
    type Order @key(fields: "id") { id: ID! bill: Bill total: Int! @override(from: "outer") }`,
};

export interface TrickySupergraph {
  name: string;
  sdl: string;
  subgraphs: Subgraphs;
}

function composed(name: string, subgraphs: Subgraphs): TrickySupergraph {
  const services = Object.entries(subgraphs).map(([subgraph, sdl]) => ({
    name: subgraph,
    url: `http://${subgraph}.test/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(`${name}: ${errors?.map(({ message }) => message).join('; ')}`);
  return { name, sdl: supergraphSdl, subgraphs };
}

const linked = (subgraphs: Subgraphs): Subgraphs =>
  Object.fromEntries(Object.entries(subgraphs).map(([name, sdl]) => [name, `${LINK}\n${sdl}`]));

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HOUSE = ['organization', 'sales-network', 'customers', 'performance', 'collaboration'];

export const supergraphs = (): TrickySupergraph[] => [
  composed('entities', linked(ENTITIES)),
  composed('requires', linked(REQUIRES)),
  composed('interfaces', linked(INTERFACES)),
  composed('hidden', linked(HIDDEN)),
  composed(
    'house',
    Object.fromEntries(
      HOUSE.map((name) => [name, readFileSync(join(ROOT, 'services', name, 'schema.graphql'), 'utf8')]),
    ),
  ),
];
