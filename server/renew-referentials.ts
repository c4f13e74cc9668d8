import { renewSectors } from './crm/public.ts'
import { unattended } from './kernel/context.ts'
import { activeNetworks } from './kernel/networks.ts'
import { step } from './kernel/step.ts'
import { renewProjectSectors } from './projects/public.ts'

/** Before anything is served: records say what they do in the words of this version's referentials. */
export async function renewReferentials() {
  let renewed = 0
  const all = async () => {
    for (const network of activeNetworks()) {
      const ctx = { ...unattended('start'), network }
      renewed += (await renewSectors(ctx)).renewed
      renewed += (await renewProjectSectors(ctx)).renewed
    }
  }
  await step('référentiels', all)
  return { renewed }
}
