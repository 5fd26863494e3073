import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the browser app into `dist/web`, or the folder given; `vite dev` passes /v1 on to an API started beside it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy lets nothing inline in.
    assetsInlineLimit: 0,
    // Nine tenths are libraries, React alone a third; all of it is cached for good by its name.
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
});
