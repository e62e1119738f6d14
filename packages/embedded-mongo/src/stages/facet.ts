import { encode } from '../bson/encode.ts';
import { sizeOf } from '../bson/size.ts';
import { type Doc, typeName, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type Disk, heldBeforeSpilling, SpillFile } from '../sort/spill.ts';
import type { Batches } from './context.ts';
import { type BuildStage, fromDisk, inBatches } from './stage.ts';

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
    const replay = new Replay(context.disk);
    try {
      for await (const batch of input) {
        for (const document of batch) replay.add(document);
        yield [];
      }
      const result: Doc = new Map();
      let bytes = 0;
      for (const { name, pipeline } of parts) {
        const values: Value[] = [];
        result.set(name, values);
        for await (const batch of pipeline.run(replay.read())) {
          for (const document of batch) {
            values.push(document);
            bytes += sizeOf(document);
          }
          if (bytes > context.disk.limit)
            fail(4031700, `document constructed by $facet exceeds the limit of ${context.disk.limit} bytes`);
          yield [];
        }
      }
      yield [result];
    } finally {
      replay.close();
    }
  };
};

/** Documents that are read several times: from memory, and on disk what does not fit there. */
class Replay {
  private readonly disk: Disk;
  private readonly held: Doc[] = [];
  private bytes = 0;
  private file: SpillFile | undefined;

  constructor(disk: Disk) {
    this.disk = disk;
  }

  add(document: Doc): void {
    this.bytes += sizeOf(document);
    if (this.bytes > heldBeforeSpilling(this.disk)) this.file ??= new SpillFile(this.disk.dir);
    if (this.file) this.file.append(encode(document));
    else this.held.push(document);
  }

  async *read(): Batches {
    yield* inBatches(this.held);
    if (this.file) yield* fromDisk(this.file);
  }

  close(): void {
    this.file?.close();
  }
}
