import crm from './en/crm.json'
import desk from './en/desk.json'
import dev from './en/dev.json'
import dispositifs from './en/dispositifs.json'
import glossary from './en/glossary.json'
import identity from './en/identity.json'
import kernel from './en/kernel.json'
import notifications from './en/notifications.json'
import observatory from './en/observatory.json'
import projects from './en/projects.json'
import space from './en/space.json'
import support from './en/support.json'
import ui from './en/ui.json'

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
