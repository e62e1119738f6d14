import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type BuildStage, collect, inBatches } from './stage.ts';

const NOT_INSIDE = [
  '$collStats',
  '$currentOp',
  '$listLocalSessions',
  '$facet',
  '$geoNear',
  '$indexStats',
  '$out',
  '$merge',
  '$planCacheStats',
  '$documents',
  '$search',
  '$vectorSearch',
  '$changeStream',
];

/** `$facet`: several pipelines over the same documents, each giving one array. */
export const facet: BuildStage = (operand, context, compile) => {
  if (!(operand instanceof Map) || operand.size === 0)
    fail(40169, 'the $facet specification must be a non-empty object');
  const parts = [...operand].map(([name, stages]) => {
    if (name.startsWith('$') || name.includes('.') || name === '') fail(40236, `invalid name of a facet: '${name}'`);
    if (!Array.isArray(stages)) fail(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`);
    for (const stage of stages) {
      const stageName = stage instanceof Map ? stage.keys().next().value : undefined;
      if (stageName !== undefined && NOT_INSIDE.includes(stageName))
        fail(40600, `${stageName} is not allowed to be used within a $facet stage`);
    }
    return { name, pipeline: compile(stages, context) };
  });
  return async function* (input) {
    const documents = await collect(input);
    const result: Doc = new Map();
    for (const { name, pipeline } of parts) {
      const values: Value[] = await collect(pipeline.run(inBatches(documents)));
      result.set(name, values);
    }
    yield [result];
  };
};
