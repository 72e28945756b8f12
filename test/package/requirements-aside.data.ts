/** Numbers of the requirement sheets that no test has to carry, and why. */
export const ASIDE: readonly { readonly numbers: readonly string[]; readonly reason: string }[] = [
  {
    numbers: ['DS-169 to DS-216', 'SF-062', 'SF-075', 'TEL-130 to TEL-132', 'TNE-102'],
    reason: 'printer sessions: LU 1 and LU 3',
  },
  {
    numbers: ['SF-144 to SF-176', 'SF-178', 'SF-V22 to SF-V29', 'SEC-114 to SEC-123'],
    reason: 'file transfer by IND$FILE',
  },
];
