import type { PresentationSpaceOptions } from './contract.js';

type Description = NonNullable<PresentationSpaceOptions['description']>;

/** A copy down to the bytes of its replies: what was checked is what stays, whatever the caller does to the original. */
export function ownDescription(description: Description): Description {
  return copyOf(description) as Description;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]));
}
