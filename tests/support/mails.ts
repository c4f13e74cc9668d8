import type pg from 'pg'

export type QueuedMail = { template: string; to: string; props: Record<string, unknown>; link: string }

/** What was written to this address, oldest first. */
export async function mailsTo(client: pg.Client, address: string): Promise<QueuedMail[]> {
  const { rows } = await client.query<{ template: string; to_address: string; props: { link: string } }>(
    'select template, to_address, props from outgoing_mail where to_address = $1 order by created_at, id',
    [address],
  )
  return rows.map(({ template, to_address, props }) => ({
    template,
    to: to_address,
    props,
    link: props.link,
  }))
}

/** The next mail to this address: links are sent after the answer, which does not wait for them. */
export async function nextMailTo(client: pg.Client, address: string, after = 0): Promise<QueuedMail> {
  for (let look = 0; look < 200; look++) {
    const mail = (await mailsTo(client, address))[after]
    if (mail) return mail
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`no mail to ${address}`)
}
