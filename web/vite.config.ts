import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { gzipSync } from 'fflate'
import { defineConfig, type Plugin } from 'vite'

// Puts NAME.gz in place of every asset: only these are embedded, and web.go unpacks them for the rare client without gzip.
// fflate is plain JavaScript, so the bytes are the same on every machine; Node's zlib differs with the processor.
function gzipAssets(): Plugin {
  return {
    name: 'gzip-assets',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const encoder = new TextEncoder()
        for (const [name, file] of Object.entries(bundle)) {
          if (!name.startsWith('assets/')) continue
          const content = file.type === 'chunk' ? file.code : file.source
          const bytes = typeof content === 'string' ? encoder.encode(content) : content
          delete bundle[name]
          this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(bytes, { level: 9, mtime: 0 }) })
        }
      },
    },
  }
}

export default defineConfig({
  plugins: [react(), gzipAssets()],
  build: {
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'index.html'),
        playground: resolve(import.meta.dirname, 'playground.html'),
      },
      checks: { moduleLevelDirective: false },
      output: {
        // What others wrote stands apart from what we write, so that its large files keep their names when ours change.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'graphiql', test: /node_modules\/(graphiql|@graphiql)\//, priority: 2 },
            { name: 'kit', test: /node_modules\/(@mantine|@floating-ui|urql|@urql|wonka)\//, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/graphql': { target: 'http://127.0.0.1:8080', ws: true } },
  },
})
