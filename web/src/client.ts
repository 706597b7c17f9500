import { cacheExchange, Client, fetchExchange, type CombinedError } from 'urql'

export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  requestPolicy: 'cache-and-network', // an import may have changed the answer since
  preferGetMethod: false,
})

// Codes of questions that no second try answers; the server's sentence says what to change.
const refusals = ['INVALID', 'NOT_FOUND', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']

/** What kind of trouble an error is: no answer at all, or the server's own word with its code. */
export function trouble(error: CombinedError): { kind: 'offline' | 'refused' | 'failed'; message: string } {
  const first = error.graphQLErrors[0]
  if (first) {
    const code = String(first.extensions?.code ?? '')
    return { kind: refusals.includes(code) ? 'refused' : 'failed', message: first.message }
  }
  const status = (error.response as Response | undefined)?.status
  return status ? { kind: 'failed', message: `HTTP ${status}` } : { kind: 'offline', message: '' }
}
