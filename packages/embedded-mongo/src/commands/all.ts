/** Registers every command by importing its file. */
import './administration.ts';
import './aggregate.ts';
import './collections.ts';
import './cursors.ts';
import './delete.ts';
import './explain.ts';
import './fail-points.ts';
import './find.ts';
import './find-and-modify.ts';
import './handshake.ts';
import './indexes.ts';
import './insert.ts';
import './sessions.ts';
import './statistics.ts';
import './update.ts';
