// GraphiQL over this server's own API, with the examples as tabs. A page of its own: the explorer does not carry its editor.

import 'graphiql/setup-workers/vite';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './queryPage.css';

/** The text of each example by the path of its file; they are shown in order of name. */
const EXAMPLES: Readonly<Record<string, string>> = import.meta.glob('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const TABS = Object.keys(EXAMPLES)
  .sort()
  .map((path) => ({ query: EXAMPLES[path] ?? '' }));

type Ask = Parameters<typeof GraphiQL>[0]['fetcher'];

const ask: Ask = async (question, options) => {
  const response = await fetch('/graphql', { method: 'POST', headers: { ...options?.headers, 'content-type': 'application/json' }, body: JSON.stringify(question) });
  return response.json();
};

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <GraphiQL fetcher={ask} defaultTabs={TABS} defaultEditorToolsVisibility={false} inputValueDeprecation schemaDescription>
      <GraphiQL.Logo>
        <a className="home" href="/">
          Advocacy Atlas
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
