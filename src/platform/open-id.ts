import * as client from 'openid-client'
import { Refused } from '../kernel/refusal.ts'
import type { Log } from './log.ts'

/** The operator's identity provider and how this site is known to it. */
export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What ties the answer of the provider to the question: kept here, never sent through the browser whole. */
export interface Question {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Answer {
  /** Who the person is there; never reused for another. */
  readonly subject: string
  /** What the provider calls the person, only to be shown. */
  readonly shownName: string | null
}

/** OpenID Connect, authorization code with PKCE. Every failure is a refusal with words; the cause goes to the log. */
export interface OpenId {
  readonly issuer: string
  /** The host of the issuer, as people see it. */
  readonly name: string
  ask(): Promise<{ readonly address: string; readonly question: Question }>
  /** @param query what came back in the address, from `?` on. */
  answer(query: string, question: Question): Promise<Answer>
}

// A person waits for the provider; the library's own 30 s are too long to look at.
const patience = 10

/** @param returnTo where the provider sends people back, as it is registered there. */
export function openOpenId({ issuer, clientId, clientSecret }: OpenIdSettings, returnTo: string, log: Log): OpenId {
  let found: Promise<client.Configuration> | undefined

  // The provider may be down when this program starts: it is asked at the first sign-in, and again after a failure.
  function provider(): Promise<client.Configuration> {
    found ??= discover(issuer, clientId, clientSecret).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }

  async function orSay<Result>(asked: () => Promise<Result>): Promise<Result> {
    try {
      return await asked()
    } catch (error) {
      log.warn({ err: error }, 'the identity provider was asked in vain')
      throw new Refused({ code: isSilence(error) ? 'kernel/provider-silent' : 'kernel/provider-refused' })
    }
  }

  return {
    issuer,
    name: new URL(issuer).host,
    ask: () =>
      orSay(async () => {
        const question = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        }
        const address = client.buildAuthorizationUrl(await provider(), {
          redirect_uri: returnTo,
          scope: 'openid profile',
          state: question.state,
          nonce: question.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(question.verifier),
          code_challenge_method: 'S256',
        })
        return { address: address.href, question }
      }),
    answer: (query, { state, nonce, verifier }) =>
      orSay(async () => {
        const tokens = await client.authorizationCodeGrant(await provider(), new URL(`${returnTo}${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const { sub: subject, name } = tokens.claims()!
        return { subject, shownName: typeof name === 'string' ? name.slice(0, 100) : null }
      }),
  }
}

async function discover(issuer: string, clientId: string, clientSecret: string): Promise<client.Configuration> {
  // Plain HTTP is for a provider on this machine only; the configuration refuses it for any other.
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  const basic = client.ClientSecretBasic(clientSecret)
  const options = { execute, timeout: patience }
  const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, basic, options)
  const ways = configuration.serverMetadata().token_endpoint_auth_methods_supported
  if (ways === undefined || ways.includes('client_secret_basic')) return configuration
  return client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretPost(clientSecret), options)
}

const silences = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** No answer, or none that is of this protocol; everything else is a no. */
function isSilence(error: unknown): boolean {
  return error instanceof TypeError || silences.has((error as { code?: string }).code ?? '')
}
