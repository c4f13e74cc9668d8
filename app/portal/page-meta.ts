/** What search engines and shared links show of a public page. */
export function pageMeta({
  title,
  description,
  card,
}: {
  title: string
  description?: string | undefined
  card?: string | undefined
}) {
  return [
    { title },
    ...(description
      ? [
          { name: 'description', content: description },
          { property: 'og:description', content: description },
        ]
      : []),
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    ...(card
      ? [
          { property: 'og:image', content: card },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
  ]
}
