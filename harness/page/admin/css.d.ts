/** Style sheets that the build writes next to the script. */
declare module '*.css';
