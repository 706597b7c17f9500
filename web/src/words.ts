export const words = {
  playground: {
    title: 'treatygraph playground',
    toDashboard: 'Dashboard',
    library: 'Example queries',
    libraryHint: 'Each opens in a new tab; run it with Ctrl+Enter.',
  },
}
