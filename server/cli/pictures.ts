/** `npm run pictures`: takes again the pictures of the README's tour, from demonstration data. */
export async function run(): Promise<number> {
  process.env.NODE_ENV = 'production'
  const { takePictures } = await import('#tests/pictures/take-pictures.ts')
  await takePictures()
  return 0
}
