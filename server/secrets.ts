import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../shared/messages.ts';

/** A new secret of 192 random bits, as 32 characters of base64url. Shown once, then only its hash is kept. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** The hash under which a secret is stored: SHA-256, in hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret belongs to a stored hash; takes the same time for any wrong one. */
export function secretMatches(secret: string, hash: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  const stored = Buffer.from(hash, 'hex');
  return stored.length === given.length && timingSafeEqual(given, stored);
}

/** A random table code; whether it is free must be checked by the caller. */
export function newTableCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('');
}

/** A random seed for a match. */
export function newSeed(): string {
  return randomBytes(9).toString('base64url');
}

/** The content hash of any text: SHA-256, in hex. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
