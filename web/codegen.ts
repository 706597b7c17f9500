import type { CodegenConfig } from '@graphql-codegen/cli'

// One operation file beside each view; what they ask is typed from the server's own schema.
const config: CodegenConfig = {
  schema: '../schema/*.graphqls',
  documents: 'src/**/*.graphql',
  generates: {
    'src/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { scalars: { Date: 'string', ID: 'string' }, enumsAsTypes: true, useTypeImports: true },
    },
  },
}

export default config
