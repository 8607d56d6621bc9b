# make install: headers, both libraries, the CMake package, the pkg-config file. The program, the schemas and the man page are
# installed by tools/sidetal, the fonts by fonts.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sidetal")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev
  FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_BINARY_DIR}/include/sidetal/Version.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/sidetal"
  COMPONENT dev)

# Two export sets: only users of the static library need our own dependencies.
install(TARGETS sidetal_shared EXPORT sidetalShared
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT lib NAMELINK_COMPONENT dev)
install(TARGETS sidetal_static EXPORT sidetalStatic ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev)
install(EXPORT sidetalShared NAMESPACE sidetal:: FILE sidetal-shared.cmake DESTINATION "${package_dir}" COMPONENT dev)
install(EXPORT sidetalStatic NAMESPACE sidetal:: FILE sidetal-static.cmake DESTINATION "${package_dir}" COMPONENT dev)

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/sidetalConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/package/sidetalConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/sidetalConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/package/sidetalConfig.cmake" "${PROJECT_BINARY_DIR}/package/sidetalConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/FindHaru.cmake" "${CMAKE_CURRENT_LIST_DIR}/FindHyphen.cmake"
  DESTINATION "${package_dir}" COMPONENT dev)

# The prefix relative to the file itself, so that an installed tree can be moved.
file(RELATIVE_PATH SIDETAL_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${CMAKE_CURRENT_LIST_DIR}/sidetal.pc.in" "${PROJECT_BINARY_DIR}/package/sidetal.pc" @ONLY)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sidetal" COMPONENT lib)
install(FILES "${PROJECT_BINARY_DIR}/package/sidetal.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)
