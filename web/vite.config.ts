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

/** Groups of what others wrote, kept apart from what we write, so that large files keep their names when ours change. */
const groups = {
  index: [
    { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
    { name: 'kit', test: /node_modules\//, tags: ['$initial' as const], priority: 1 },
  ],
  playground: [{ name: 'graphiql', test: /node_modules\/(graphiql|@graphiql|react|react-dom|scheduler)\// }],
}

// Two builds, `vite build` for the dashboard and `vite build --mode playground`, so that neither page loads anything of the other.
export default defineConfig(({ mode }) => {
  const page = mode === 'playground' ? 'playground' : 'index'
  return {
    plugins: [react(), gzipAssets()],
    build: {
      emptyOutDir: page === 'index',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      modulePreload: { polyfill: false },
      license: { fileName: `licenses-${page}.md` },
      rolldownOptions: {
        input: { [page]: resolve(import.meta.dirname, `${page}.html`) },
        checks: { moduleLevelDirective: false },
        output: { codeSplitting: { groups: groups[page] } },
      },
    },
    server: {
      fs: { allow: ['..'] },
      proxy: { '/graphql': { target: 'http://127.0.0.1:8080', ws: true } },
    },
  }
})
