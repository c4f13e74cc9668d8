/** What the device has to answer, from one of our own addresses. */
export async function askOptions(path: '/compte/cles/question' | '/connexion/cle/question') {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
