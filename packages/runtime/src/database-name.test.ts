import { expect, test } from '@jest/globals';
import { databaseName } from './database-name.ts';

test.each([
  ['a server of the service’s own', 'mongodb://127.0.0.1:27117', true, 'salesgraph-customers'],
  ['a database of the service’s own', 'mongodb://user:secret@a:1,b:2/crm?replicaSet=rs', true, 'crm'],
  ['a server for all services', 'mongodb://127.0.0.1:27117/', false, 'salesgraph-customers'],
  [
    'a server for all services with options',
    'mongodb+srv://cluster.example/?w=majority',
    false,
    'salesgraph-customers',
  ],
  ['a database name for all services', 'mongodb://127.0.0.1/house', false, 'house-customers'],
  ['a name with a blank', 'mongodb://127.0.0.1/my%20house', true, 'my house'],
])('%s', (_, uri, isOwn, expected) => {
  expect(databaseName('customers', uri, isOwn)).toBe(expected);
});
