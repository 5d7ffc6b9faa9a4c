/** What the bundle is told when it is started as the other thread. Of its own, so that starting loads nothing else. */
export const scanThread = 'masthead-scan';
