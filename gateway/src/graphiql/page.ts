/** The page around GraphiQL; what it does is in assets/page.js. */
export const graphiqlPage = (settings: { issuerUrl: string | null }): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Salesgraph</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%23123c36'/%3E%3Cpath d='M7 22l6-7 5 4 7-10' stroke='%23e8b04b' stroke-width='3' fill='none' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E" />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body data-issuer="${escaped(settings.issuerUrl ?? '')}">
    <header class="bar">
      <a class="brand" href="/graphiql" title="Salesgraph">
        <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 23l7-8 5 4 8-12" /><circle cx="6" cy="23" r="2.4" /><circle cx="13" cy="15" r="2.4" /><circle cx="18" cy="19" r="2.4" /><circle cx="26" cy="7" r="2.4" /></svg>
        <span>Salesgraph</span>
      </a>
      <div class="who" id="who"></div>
    </header>
    <main id="graphiql"><p class="waiting">Loading the graph …</p></main>
    <script src="/graphiql/react.js" defer></script>
    <script src="/graphiql/react-dom.js" defer></script>
    <script src="/graphiql/graphiql.js" defer></script>
    <script src="/graphiql/page.js" type="module"></script>
  </body>
</html>
`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
