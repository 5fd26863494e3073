import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: './client/openapi.json',
  output: {
    path: './client/generated',
    importFileExtension: '.ts',
    // The generator's own files do not hold to exactOptionalPropertyTypes.
    header: ['// Generated from client/openapi.json by `npm run generate`. Do not edit.', '// @ts-nocheck'],
  },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
});
