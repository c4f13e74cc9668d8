import type { QueuedJob } from '#server/kernel/queue.ts'

export const sendMail: QueuedJob<{ mail: string }> = { name: 'kernel.send-mail', run: async () => {} }
