/** An example query of the schema's folder: a title, the query and, where a .json file stands beside it, its variables. */
export interface Example {
  name: string
  title: string
  query: string
  variables: string
}

const queries = import.meta.glob<string>('../../../schema/examples/*.graphql', { query: '?raw', import: 'default', eager: true })
const variables = import.meta.glob<string>('../../../schema/examples/*.json', { query: '?raw', import: 'default', eager: true })

/** The examples in the order of their file names. A file's first comment line is its title. */
export const examples: Example[] = Object.keys(queries)
  .sort()
  .map((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.graphql'.length)
    const query = queries[path] ?? ''
    const comment = /^#\s*(.+)/.exec(query)
    return { name, title: comment?.[1] ?? name, query, variables: variables[path.replace(/\.graphql$/, '.json')] ?? '' }
  })
