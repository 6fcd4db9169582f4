import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Built by itself, into a folder of the explorer's: sharing chunks would make the explorer load parts of the editor.
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  plugins: [react()],
  build: { outDir: '../dist/graphiql', emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 8_000 },
});
