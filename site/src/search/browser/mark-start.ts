const words = new URLSearchParams(location.search).getAll('mark')
if (words.length > 0) void import('./mark.ts').then(({ markPhrases }) => markPhrases(words))
