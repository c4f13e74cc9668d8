/** The work that tells networks of newer versions. */
export const TELL_TEMPLATES = 'dispositifs.tell-templates'
