import { readFile } from 'node:fs/promises';
import { askGraph } from '../graph.ts';
import type { Issuer } from './issuer.ts';

/** Somebody a token can be asked for. */
export interface ListedPerson {
  code: string;
  name: string;
  role: string | null;
}

const MOST_PAGES = 5;
const PEOPLE = `query People($after: String) {
  employees(first: 200, after: $after) { nodes { code name role } pageInfo { hasNextPage endCursor } }
}`;

interface PeoplePage {
  employees: { nodes: ListedPerson[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

interface PeopleOptions {
  graphUrl: string;
  peopleFile: string | undefined;
}

/** The company's people as the graph knows them (the first thousand), else those written down with the demo company. */
export function createPeopleList(
  { graphUrl, peopleFile }: PeopleOptions,
  issuer: Issuer,
): () => Promise<ListedPerson[]> {
  async function fromGraph(): Promise<ListedPerson[]> {
    const token = await issuer.sign('administrator', 60);
    const people: ListedPerson[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { employees }: PeoplePage = await askGraph<PeoplePage>(graphUrl, token, PEOPLE, { after });
      people.push(...employees.nodes.map(({ code, name, role }) => ({ code, name, role })));
      if (!employees.pageInfo.hasNextPage) break;
      after = employees.pageInfo.endCursor;
    }
    return people;
  }

  return async () => {
    try {
      return await fromGraph();
    } catch {
      return peopleFile ? (JSON.parse(await readFile(peopleFile, 'utf8').catch(() => '[]')) as ListedPerson[]) : [];
    }
  };
}
