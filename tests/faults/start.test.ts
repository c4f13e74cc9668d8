import { expect, it } from 'vitest'
import { startInstance } from './instance.ts'
import { ordinaryUser, othersReachUs } from './other-user.ts'

it.runIf(othersReachUs)('npm start says that the data folder may not be written', async () => {
  const env = { DATA_DIR: '/maillage-of-another', MAILLAGE_MODE: 'live' }
  const instance = await startInstance({ as: ordinaryUser, env })
  expect((await instance.ended).code).toBe(1)
  expect(instance.stderr()).toBe(
    'This user may not write /maillage-of-another: change its owner, or set DATA_DIR to a folder of yours.\n',
  )
})
