/** An operation, planned and compiled: what it takes to answer it except the values of its variables. */
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { GatewayContext } from '../context.ts';
import { computeResponse, type LoadedGateway } from './apollo-internals.ts';
import { JsonText } from './json-text.ts';
import type { ResultObject } from './merging.ts';
import { compilePlan } from './planning.ts';
import { compileProjector } from './projector.ts';
import { type ReadSubgraphError, type Run, type SendToSubgraph, Unsupported } from './run.ts';

export interface CompiledOperation {
  plan: QueryPlan;
  run(variables: Record<string, unknown> | undefined, context: GatewayContext): Promise<ExecutionResult>;
}

export interface CompileOptions {
  gateway: LoadedGateway;
  send: SendToSubgraph;
  readError: ReadSubgraphError;
  /** Told why an answer took Apollo's shaping. */
  onShaped?(why: string): void;
}

/**
 * Compiles an operation.
 * @returns null for one that the stock executor answers: introspection, rewrites, subscriptions
 * @throws what planning throws
 */
export function compileOperation(
  document: DocumentNode,
  operationName: string | undefined,
  { gateway, send, readError, onShaped }: CompileOptions,
): CompiledOperation | null {
  const node = getOperationAST(document, operationName);
  if (!node || node.operation === 'subscription') return null;
  const operation = operationFromDocument(gateway.apiSchema, document, { operationName, validate: false });
  const plan = gateway.queryPlanner.buildQueryPlan(operation);
  try {
    const project = compileProjector(gateway.schema, document, node);
    const step = plan.node && compilePlan(plan.node, { schema: gateway.supergraphSchema, send, readError });
    const defaults: Record<string, unknown> = operation.collectDefaultedVariableValues();
    return {
      plan,
      async run(variables = {}, context) {
        const faults = variableFaults(gateway, node, variables);
        if (faults) return { errors: faults };
        const run: Run = {
          context,
          given: variables,
          variables: { ...defaults, ...variables },
          data: Object.create(null) as ResultObject,
          errors: [],
          sent: new Map(),
          plain: true,
        };
        await step?.(run);
        const errors = run.errors.length > 0 ? { errors: run.errors } : {};
        try {
          const data = new JsonText(project(run.data, run));
          return { ...errors, data: data as unknown as ResultObject };
        } catch (fault) {
          if (!(fault instanceof Unsupported)) throw fault;
          onShaped?.(fault.message);
          const shaped = computeResponse({ operation, variables, input: run.data, introspectionHandling: noSchema });
          // As Apollo's executor: what the shaping finds is told where nothing else has gone wrong.
          const hidden = run.errors.length === 0 && shaped.errors.length > 0;
          return { ...errors, data: shaped.data, ...(hidden && { extensions: { valueCompletion: shaped.errors } }) };
        }
      },
    };
  } catch (fault) {
    if (fault instanceof Unsupported) return null;
    throw fault;
  }
}

const noSchema = () => {
  throw new Error('An operation that asks for the schema is not compiled.');
};

/** What is wrong with the values of variables; null when nothing is. */
function variableFaults({ schema }: LoadedGateway, node: OperationDefinitionNode, values: Record<string, unknown>) {
  if (!node.variableDefinitions?.length) return null;
  return getVariableValues(schema, node.variableDefinitions, values).errors ?? null;
}
