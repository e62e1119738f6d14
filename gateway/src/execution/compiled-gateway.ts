/** Apollo's gateway with an executor of our own: supergraph handling and planning are Apollo's, so is everything that is not compiled. */
import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../context.ts';
import { loadedGateway } from './apollo-internals.ts';
import { type CompiledOperation, type CompileOptions, compileOperation } from './compiled-operation.ts';

export interface CompiledGatewayOptions extends Omit<CompileOptions, 'gateway'> {
  /** How many compiled operations are kept. */
  operations?: number;
  /** Told of every operation that the stock executor answers. */
  onStock?(): void;
}

type Executor = ApolloGateway['executor'];

/** How long plans and texts of the operations that are kept may be together, in characters. */
const MOST_TEXT = 30_000_000;

/** Stands in the cache for an operation that is not compiled. */
const STOCK = Symbol('stock');

export class CompiledGateway extends ApolloGateway {
  readonly #options: CompiledGatewayOptions;
  readonly #stock: Executor;
  readonly #compiled: LRUCache<string, CompiledOperation | typeof STOCK>;

  constructor(config: GatewayConfig, options: CompiledGatewayOptions) {
    super(config);
    this.#options = options;
    this.#compiled = new LRUCache({ max: options.operations ?? 2_000, maxSize: MOST_TEXT });
    this.#stock = this.executor;
    this.executor = (request) => this.#execute(request);
    this.onSchemaLoadOrUpdate(() => this.#compiled.clear());
  }

  async #execute(requestContext: Parameters<Executor>[0]): ReturnType<Executor> {
    const { document, queryHash, request, context } = requestContext;
    const compiled = this.#find(document, queryHash, request.operationName);
    if (compiled === STOCK) {
      this.#options.onStock?.();
      return this.#stock(requestContext);
    }
    const result = await compiled.run(request.variables, context as GatewayContext);
    return result as Awaited<ReturnType<Executor>>;
  }

  #find(document: DocumentNode, queryHash: string, operationName: string | undefined) {
    const key = `${queryHash} ${operationName ?? ''}`;
    let found = this.#compiled.get(key);
    if (!found) {
      found = compileOperation(document, operationName, { ...this.#options, gateway: loadedGateway(this) }) ?? STOCK;
      // What is kept of an operation grows with its plan and its text.
      const size = found === STOCK ? 1 : JSON.stringify(found.plan).length + (document.loc?.source.body.length ?? 0);
      this.#compiled.set(key, found, { size });
    }
    return found;
  }
}
