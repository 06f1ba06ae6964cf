import { join } from 'node:path'

/** The files under `DATA_DIR`. Nothing else decides where anything is kept. */
export function dataLayout(dataDir: string) {
  return {
    recipients: join(dataDir, 'keys', 'recipients.txt'),
    identity: join(dataDir, 'keys', 'identity.txt'),
    /** The same file on the inner and on every portal machine: what makes verifiers of new receipts and marks of codes. */
    pepper: join(dataDir, 'keys', 'pepper'),
    mailboxToken: join(dataDir, 'keys', 'mailbox-token'),
    importToken: join(dataDir, 'keys', 'import-token'),
    /** What the desk's database is sealed under; it never leaves the inner machine. */
    deskKey: join(dataDir, 'keys', 'desk-key'),
    /** The same, sealed to the offline recovery keys: it may lie beside what it opens. */
    sealedDeskKey: join(dataDir, 'cms', 'desk-key.age'),
    /** The SQLite of desk and portal, where the settings name no other database. */
    cmsDatabase: join(dataDir, 'cms', 'cms.db'),
    mailboxDatabase: join(dataDir, 'portal', 'mailbox.db'),
    cmsSecrets: join(dataDir, 'keys', 'cms-secrets.json'),
    cmsPublic: join(dataDir, 'cms', 'public'),
    /** Pictures of Word documents whose text has not been saved yet. */
    cmsStaged: join(dataDir, 'cms', 'staged'),
    /** Files of requests that are being answered, `<request>/`: gone with the answer, and emptied at each start. */
    cmsIncoming: join(dataDir, 'cms', 'incoming'),
    /** Files that came with petitions, still sealed: `<number>/<id>.age`. */
    attachments: join(dataDir, 'cms', 'attachments'),
    /** Pictures of paper whose case is not registered yet, sealed: `<number>/<id>.age`. */
    scans: join(dataDir, 'cms', 'scans'),
    /** Files of cases from other systems, sealed, until they are taken in, and what became of them: `<id>/`. */
    caseImports: join(dataDir, 'cms', 'imports'),
    /** Files of replies that are half written, sealed: `<number>/<id>.age`. */
    replyDrafts: join(dataDir, 'cms', 'reply-drafts'),
    /** The head over the records of all cases, a line a day: what is cut off afterwards is missed. */
    caseHeads: join(dataDir, 'cms', 'case-heads.jsonl'),
    /** Drafts in the real page design, for a quarter of an hour. */
    previews: join(dataDir, 'cms', 'previews'),
    snapshot: join(dataDir, 'snapshot'),
    releases: join(dataDir, 'releases'),
    currentRelease: join(dataDir, 'releases', 'current'),
    buildCache: join(dataDir, 'cache'),
    firstLogin: join(dataDir, 'first-login.json'),
  }
}
