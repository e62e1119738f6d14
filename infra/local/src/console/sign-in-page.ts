/** The page before the dashboard. @param fault shown when a pasted token was refused */
export function signInPage(fault?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Salesgraph: sign in</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1rem; color: #1d2733; }
  button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: .4rem; background: #14532d; color: #fff; cursor: pointer; }
  textarea { font: 13px/1.4 ui-monospace, monospace; width: 100%; height: 6rem; box-sizing: border-box; }
  .fault { color: #b91c1c; }
  details { margin-top: 2rem; }
</style>
</head>
<body>
<h1>Salesgraph queues</h1>
${fault ? `<p class="fault">${fault}</p>` : ''}
<p>The dashboard shows and changes the jobs of every service, so it asks for an administrator.</p>
<form method="post" action="/sign-in"><button>Sign in as administrator</button></form>
<details>
<summary>Use a token</summary>
<form method="post" action="/sign-in">
<p><textarea name="token" aria-label="Token" required></textarea></p>
<button>Sign in</button>
</form>
</details>
</body>
</html>
`;
}
