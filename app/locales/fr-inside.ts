import crm from './fr/crm.json'
import desk from './fr/desk.json'
import dev from './fr/dev.json'
import dispositifs from './fr/dispositifs.json'
import glossary from './fr/glossary.json'
import identity from './fr/identity.json'
import kernel from './fr/kernel.json'
import notifications from './fr/notifications.json'
import observatory from './fr/observatory.json'
import projects from './fr/projects.json'
import space from './fr/space.json'
import support from './fr/support.json'
import ui from './fr/ui.json'

export const messages = {
  crm,
  desk,
  dev,
  dispositifs,
  glossary,
  identity,
  kernel,
  notifications,
  observatory,
  projects,
  space,
  support,
  ui,
}
