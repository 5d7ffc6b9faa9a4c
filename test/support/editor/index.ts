// What `npm start` needs of the editor kit.
export { installEditor } from './install.ts';
export { makeProfile } from './profile.ts';
export { startEditor } from './server.ts';
