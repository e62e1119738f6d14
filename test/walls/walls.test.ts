/** The walls of the whole house: who is let see and change what, by every way, through the gateway and at the subgraphs. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { changesStory } from './changes.story.ts';
import { doorsStory } from './doors.story.ts';
import { type House, openHouse } from './grounds.ts';
import { listsStory } from './lists.story.ts';
import { lookupsStory } from './lookups.story.ts';
import { Tally } from './sample.ts';

describe('the walls', () => {
  let house: House;
  const tally = new Tally();

  beforeAll(async () => {
    house = await openHouse();
  }, 180_000);

  afterAll(async () => {
    tally.tell();
    await house?.graph.stop();
  }, 60_000);

  lookupsStory(
    () => house,
    () => tally,
  );
  listsStory(
    () => house,
    () => tally,
  );
  changesStory(
    () => house,
    () => tally,
  );
  doorsStory(
    () => house,
    () => tally,
  );
});
