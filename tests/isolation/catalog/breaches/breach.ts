/** One thing broken, and the sentence that must tell it. */
export type Breach = [title: string, statement: string, fault: string]
