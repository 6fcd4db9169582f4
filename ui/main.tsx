import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newClient } from './client.ts';
import { Explorer } from './Explorer.tsx';
import './style/atlas.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={newClient()}>
      <Explorer />
    </ApolloProvider>
  </StrictMode>,
);
