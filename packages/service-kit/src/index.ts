export { type BaseConfig, baseConfig, ConfigError, loadConfig, serviceEnvironment } from './config/config.ts';
export {
  ApiError,
  badInput,
  badInputs,
  conflict,
  exactlyOne,
  type FieldFault,
  fail,
  notFound,
} from './errors/api-error.ts';
export { type Code, ERROR_CODES, type ErrorCode } from './errors/codes.ts';
export { errorsPage } from './errors/errors-page.ts';
export { type FaultLog, formatErrorWith } from './errors/format-error.ts';
export { idFromCode } from './ids.ts';
export {
  checkImportSize,
  type ImportResult,
  type ImportRow,
  importResultOf,
} from './imports/import-result.ts';
export { loader } from './loader.ts';
export { connectMongo, DatabaseUnreachable } from './mongo/connect.ts';
export { type CommandCount, countingCommands } from './mongo/counting.ts';
export { type ExactDecimal, parseDecimal, parseScaled } from './numbers/decimal.ts';
export { currencyPlaces, formatMinor, isCurrency, type Money, money, parseMinor } from './numbers/money.ts';
export { formatRatio, ratioHalfUp } from './numbers/ratio.ts';
export { createLogger, type Logger, redactText } from './observability/logger.ts';
export { metrics } from './observability/metrics.ts';
export {
  type OpsServer,
  type OpsServerOptions,
  type ReadinessCheck,
  startOpsServer,
} from './observability/ops-server.ts';
export {
  type Connection,
  DEFAULT_PAGE,
  decodeCursor,
  encodeCursor,
  LARGEST_PAGE,
  type Page,
  type PageArgs,
  pageArgs,
  pageOfArray,
  toConnection,
} from './paging/paging.ts';
export { type Created, madeCode, once } from './requests/once.ts';
export { isRepeat, type Request, remembering, requestOf } from './requests/request.ts';
export { undescribed } from './schema/descriptions.ts';
export { sharedResolvers } from './schema/scalars.ts';
export {
  buildSubgraph,
  printSubgraph,
  type Resolvers,
  type SubgraphParts,
  sharedTypeDefs,
  subgraphTypeDefs,
} from './schema/subgraph.ts';
export { type SubgraphServer, type SubgraphServerOptions, startSubgraphServer } from './server/subgraph-server.ts';
export { onShutdown, type ShutdownOptions } from './shutdown.ts';
export { type Move, stateDiagram } from './states/state-diagram.ts';
