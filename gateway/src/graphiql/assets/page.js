/* The person picker and GraphiQL itself. Loaded by the page as it is: plain browser JavaScript. */
import { examples } from './examples.js';

const { React, ReactDOM, GraphiQL } = globalThis;
const issuer = document.body.dataset.issuer;
const REMEMBERED = 'salesgraph:person';
const SOON = 60_000;

/** Who asks, and the token with which they do. */
const session = { as: null, token: null, until: 0 };

const element = (tag, attributes = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
};

async function askIssuer(path, body) {
  const response = await fetch(`${issuer}${path}`, {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `The issuer answered ${response.status}.`);
  return answer;
}

async function freshToken() {
  if (issuer && session.as && Date.now() > session.until - SOON) {
    const { token, expiresIn } = await askIssuer('/token', { as: session.as });
    session.token = token;
    session.until = Date.now() + expiresIn * 1000;
  }
  return session.token;
}

async function fetcher(parameters, options) {
  const token = await freshToken();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...options?.headers,
    },
    body: JSON.stringify(parameters),
  });
  return response.json();
}

const ROLES = {
  SALES_DIRECTOR: 'Sales directors',
  DEPUTY_DIRECTOR: 'Deputy directors',
  REGIONAL_MANAGER: 'Regional managers',
  TEAM_LEADER: 'Team leaders',
  SALES_ENGINEER: 'Sales engineers',
  EMPLOYEE: 'Other staff',
};

function options(people) {
  const group = (label, members) =>
    element(
      'optgroup',
      { label },
      ...members.map(({ code, name }) =>
        element('option', { value: code }, name === code ? name : `${name} · ${code}`),
      ),
    );
  const accounts = people.filter(({ account }) => account);
  const groups = Object.entries(ROLES).map(([role, label]) => [
    label,
    people.filter((person) => !person.account && person.role === role),
  ]);
  const others = people.filter((person) => !person.account && !(person.role in ROLES));
  return [...groups, ['Without a role today', others], ['Service accounts', accounts]]
    .filter(([, members]) => members.length > 0)
    .map(([label, members]) => group(label, members));
}

const badge = element('span', { className: 'badge' });

/** Shows what the chosen person may do, in a word: the role, or the account. */
function describe(person) {
  badge.textContent = person?.account ?? person?.role?.replaceAll('_', ' ') ?? '';
  badge.hidden = badge.textContent === '';
}

async function pickPerson() {
  const who = document.getElementById('who');
  const people = await askIssuer('/people');
  const select = element('select', { id: 'person', ariaLabel: 'Whom to ask as' }, ...options(people));
  const choose = (code) => {
    session.as = code;
    session.until = 0;
    localStorage.setItem(REMEMBERED, code);
    describe(people.find((person) => person.code === code));
  };
  const wanted = new URLSearchParams(location.search).get('as') ?? localStorage.getItem(REMEMBERED);
  const usual =
    people.find(({ role }) => role === 'SALES_DIRECTOR') ??
    people.find(({ account }) => account === 'ADMINISTRATOR') ??
    people[0];
  select.value = people.some(({ code }) => code === wanted) ? wanted : (usual?.code ?? '');
  choose(select.value);
  select.addEventListener('change', () => choose(select.value));
  const dashboard = element(
    'a',
    { href: `${issuer}/queues`, target: '_blank', rel: 'noopener', className: 'link' },
    'Queues',
  );
  who.replaceChildren(element('label', { htmlFor: 'person' }, 'Ask as'), select, badge, dashboard);
}

/** Without a local issuer: whoever has a token pastes it. */
function askForToken() {
  const input = element('input', { id: 'token', type: 'password', placeholder: 'Bearer token', autocomplete: 'off' });
  input.addEventListener('change', () => {
    session.token = input.value.trim() || null;
    show();
  });
  document.getElementById('who').replaceChildren(element('label', { htmlFor: 'token' }, 'Token'), input);
}

let root;
function show() {
  root ??= ReactDOM.createRoot(document.getElementById('graphiql'));
  root.render(
    React.createElement(GraphiQL, {
      key: session.token ?? session.as,
      fetcher,
      defaultTabs: examples(new Date()),
      defaultEditorToolsVisibility: false,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: false,
      showPersistHeadersSettings: false,
      storage: prefixedStorage,
    }),
  );
}

/** GraphiQL keeps its tabs between visits; the version of the examples is in the key, so that new ones show up. */
const prefixedStorage = {
  get length() {
    return localStorage.length;
  },
  getItem: (key) => localStorage.getItem(`salesgraph:2:${key}`),
  setItem: (key, value) => localStorage.setItem(`salesgraph:2:${key}`, value),
  removeItem: (key) => localStorage.removeItem(`salesgraph:2:${key}`),
  clear: () => localStorage.clear(),
};

if (issuer) {
  try {
    await pickPerson();
    await freshToken();
  } catch (fault) {
    document
      .getElementById('who')
      .replaceChildren(element('span', { className: 'fault' }, `No token from ${issuer}: ${fault.message}`));
  }
} else {
  askForToken();
}
show();
