/** The page before the dashboard. @param fault shown when a pasted token was refused */
export function signInPage(fault?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Salesgraph: sign in</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%23123c36'/%3E%3Cpath d='M7 22l6-7 5 4 7-10' stroke='%23e8b04b' stroke-width='3' fill='none' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E">
<style>
  :root { --ink: #123c36; --gold: #e8b04b; }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; color: #1d2733;
    font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", sans-serif;
    background: linear-gradient(160deg, #0f332e, var(--ink) 55%, #1c554c); }
  main { width: min(28rem, 100%); padding: 2rem 2.25rem; background: #fff; border-top: 4px solid var(--gold);
    border-radius: .6rem; box-shadow: 0 1.2rem 3rem rgb(0 0 0 / 30%); }
  h1 { display: flex; align-items: center; gap: .7rem; margin: 0 0 1rem; font-size: 1.35rem; }
  svg { width: 2rem; height: 2rem; flex: none; padding: .2rem; background: var(--ink); border-radius: .5rem; }
  svg path { fill: none; stroke: var(--gold); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
  button { width: 100%; font: inherit; font-weight: 600; padding: .6rem 1rem; border: 0; border-radius: .4rem;
    background: var(--ink); color: #fff; cursor: pointer; }
  button:hover { background: #1c554c; }
  :focus-visible { outline: 2px solid var(--gold); outline-offset: 2px; }
  textarea { font: 13px/1.4 ui-monospace, monospace; width: 100%; height: 6rem; padding: .5rem;
    border: 1px solid #c7ccd1; border-radius: .4rem; }
  .fault { padding: .5rem .75rem; color: #8f1d1d; background: #fdecea; border-radius: .4rem; }
  details { margin-top: 1.25rem; color: #51606b; }
  summary { cursor: pointer; }
</style>
</head>
<body>
<main>
<h1><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 23l7-8 5 4 8-12"/></svg>Salesgraph queues</h1>
${fault ? `<p class="fault" role="alert">${fault}</p>` : ''}
<p>The dashboard shows and changes the jobs of every service, so it asks for an administrator.</p>
<form method="post" action="/sign-in"><button>Sign in as administrator</button></form>
<details>
<summary>Use a token</summary>
<form method="post" action="/sign-in">
<p><textarea name="token" aria-label="Token" required></textarea></p>
<button>Sign in with the token</button>
</form>
</details>
</main>
</body>
</html>
`;
}
