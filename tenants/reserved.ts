/** First URL segments that belong to the product: a network with one of them as slug could not be reached. */
export const RESERVED_SEGMENTS: readonly string[] = [
  'annuaire',
  'projets',
  'programmes',
  'observatoire',
  'connexion',
  'compte',
  'api',
  'assets',
  'dev',
  'glossaire',
  'embed',
  'hooks',
  'healthz',
  'readyz',
  'metrics',
  '__manifest',
]
