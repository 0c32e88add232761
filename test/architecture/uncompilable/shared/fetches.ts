export const answer = fetch('app://luwte/')
