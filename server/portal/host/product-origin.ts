let product = 'http://localhost:3000'

/** The product's public address, known at start and never taken from a request. */
export function configureOrigin(origin: string) {
  product = origin.replace(/\/$/, '')
}

export const productOrigin = () => product

export const originFor = (host: string) => `${new URL(product).protocol}//${host}`
