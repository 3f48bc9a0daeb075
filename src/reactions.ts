/**
 * The whole choreography: a fact in the book → tasks of upper slices. Keyed by the entry, so a retry cannot double.
 */
const reactions = {
  'territory.reformed': ['dossier.follow-units'],
  'territory.settled': ['dossier.follow-units'],
  'territory.day-turned': ['dossier.follow-units'],
  'programme.round-opened': ['dossier.follow-round'],
  'producer.succeeded': ['product.carry-over', 'dossier.carry-over'],
  'evidence.added': ['trade.follow-paper'],
  'evidence.withdrawn': ['trade.follow-paper'],
  'product.described': ['catalogue.publish'],
  'product.amended': ['catalogue.publish', 'trade.follow-product'],
  'product.picture-added': ['catalogue.publish'],
  'product.picture-changed': ['catalogue.publish'],
  'product.regrouped': ['catalogue.publish', 'trade.follow-product'],
  'product.retired': ['catalogue.publish', 'trade.follow-product'],
  'product.carried-over': ['catalogue.publish'],
  'dossier.submitted': ['communication.acknowledge'],
  'dossier.help-asked': ['communication.tell-help-asked'],
  'dossier.help-written': ['communication.tell-help'],
  'dossier.returned': ['communication.tell-return'],
  'dossier.completion-asked': ['communication.tell-return'],
  'dossier.commune-reported': ['communication.tell-arrival'],
  'evaluation.session-called': ['communication.tell-session', 'oversight.tell-sitting'],
  'evaluation.closed': ['recognition.draft-decision', 'communication.tell-result'],
  'evaluation.scored-again': ['oversight.conclude-scoring-again'],
  'recognition.granted': [
    'recognition.print-certificate',
    'support.open-entitlements',
    'catalogue.publish',
    'communication.tell-recognition',
  ],
  'recognition.past-round-entered': ['catalogue.publish'],
  'recognition.revoked': ['catalogue.publish', 'communication.tell-revocation', 'support.claim-back'],
  'support.opened': ['communication.tell-entitlement'],
  'recognition.replaced': ['catalogue.publish'],
  'training.seat-given': ['training.tell-seat'],
  'training.class-cancelled': ['training.tell-cancelled'],
  'training.certificate-issued': ['training.tell-certificate'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export const reactingFacts: ReadonlySet<string> = new Set(Object.keys(reactions))

export function tasksFor(fact: string): readonly string[] {
  return (reactions as Readonly<Record<string, readonly string[]>>)[fact] ?? []
}
