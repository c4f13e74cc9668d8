import pg from 'pg'

/** One connection for one piece of work; a command is alone, it needs no pool. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the query in flight fails too, and says it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
